import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { assets } from './assets';

/** The parameters of the node, in panel order. */
export const properties = describe(assets);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
