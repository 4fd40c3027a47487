import { accounting } from './accounting/api';
import type { BuildApis } from './server';

/** Every API the sandbox has. */
export const allApis: BuildApis = (options) => [accounting(options)];
