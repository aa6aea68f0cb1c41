import type { Described } from '../openapi/describe.ts';
import { actionSchemas, moveSchemas } from './actions.ts';

const forms = { ...actionSchemas, ...moveSchemas };

const summaries: Record<keyof typeof forms, string> = {
  acknowledge: 'Takes the alert',
  decline: 'Cannot take it',
  release: 'Hands it back',
  raise: 'Lifts its tier',
  resolve: 'Ends it',
  notes: 'Writes a note',
  answer: 'Keeps what the person said to a question, word for word',
  skip: 'Skips a question; it is not asked again',
  pause: 'Pauses the script',
  resume: 'Goes on where it was left',
  stop: 'The person wants to stop: nothing more is asked',
  consent: 'Records that the person agrees to a step, or takes it back',
  step: 'Records a step that the person has agreed to',
};

export const responderApi: Described[] = [
  {
    route: 'GET /p/{token}',
    access: 'link',
    summary:
      'The page behind the link of an SMS; it changes nothing of the alert. Showing a case is recorded',
    answers: { 200: 'page', 404: 'page' },
  },
  {
    route: 'GET /q/{token}',
    access: 'link',
    summary: 'The page behind the link of a digest: what waits in a tier; it changes nothing',
    answers: { 200: 'page', 404: 'page' },
  },
  {
    route: 'POST /p/{token}/{action}',
    access: 'link',
    summary: 'Acts, then shows the page',
    actions: Object.fromEntries(
      Object.entries(forms).map(([name, form]) => [
        name,
        { summary: summaries[name as keyof typeof summaries], body: { form } },
      ]),
    ),
    answers: { 303: 'nothing', 400: 'page', 404: 'page', 409: 'page', 413: 'page' },
  },
];
