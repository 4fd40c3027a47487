import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { reports } from './reports';

/** The parameters of the node, in panel order. */
export const properties = describe(reports);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
