/** All stories in one process: they share one running stack and one browser (`stage.ts`). */
await import('./responder-stories.ts');
await import('./demo-stories.ts');
