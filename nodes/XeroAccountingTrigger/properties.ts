import { panel } from './panel';

/** The parameters of the node, in panel order. */
export const properties = panel;
