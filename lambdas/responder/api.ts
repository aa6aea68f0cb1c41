import type { Described } from '../openapi/describe.ts';
import { actionSchemas } from './actions.ts';

const summaries: Record<keyof typeof actionSchemas, string> = {
  acknowledge: 'Takes the alert',
  decline: 'Cannot take it',
  release: 'Hands it back',
  raise: 'Lifts its tier',
  resolve: 'Ends it',
  notes: 'Writes a note',
};

export const responderApi: Described[] = [
  {
    route: 'GET /p/{token}',
    access: 'link',
    summary: 'The page behind the link of an SMS; it changes nothing',
    answers: { 200: 'page', 404: 'page' },
  },
  {
    route: 'POST /p/{token}/{action}',
    access: 'link',
    summary: 'Acts, then shows the page',
    actions: Object.fromEntries(
      Object.entries(actionSchemas).map(([name, form]) => [
        name,
        { summary: summaries[name as keyof typeof summaries], body: { form } },
      ]),
    ),
    answers: { 303: 'nothing', 400: 'page', 404: 'page', 409: 'page', 413: 'page' },
  },
];
