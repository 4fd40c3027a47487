import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { files } from './files';

/** The parameters of the node, in panel order. */
export const properties = describe(files);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
