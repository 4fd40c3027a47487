import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { accounting } from './accounting';

/** The parameters of the node, in panel order. */
export const properties = describe(accounting);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
