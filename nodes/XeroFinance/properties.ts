import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { finance } from './finance';

/** The parameters of the node, in panel order. */
export const properties = describe(finance);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
