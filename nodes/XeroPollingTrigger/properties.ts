import { listSearch } from './methods';
import { panel } from './panel';

/** The parameters of the node, in panel order. */
export const properties = panel;

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
