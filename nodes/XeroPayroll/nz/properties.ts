import { describe } from '../../shared/panel/description';
import { listSearch } from './methods';
import { payrollNz } from './payrollNz';

/** The parameters of the node, in panel order. */
export const properties = describe(payrollNz);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
