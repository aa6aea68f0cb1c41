import { platformApi } from '../platform/api.ts';
import { pressApi } from '../press/api.ts';
import { reporterApi } from '../reporter/api.ts';
import { responderApi } from '../responder/api.ts';
import { staffApi } from '../staff/api.ts';
import type { Described } from './describe.ts';

/** Every route of the API. */
export const describedRoutes: readonly Described[] = [
  ...pressApi,
  ...reporterApi,
  ...platformApi,
  ...staffApi,
  ...responderApi,
];
