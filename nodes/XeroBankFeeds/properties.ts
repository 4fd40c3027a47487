import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { bankFeeds } from './bankFeeds';

/** The parameters of the node, in panel order. */
export const properties = describe(bankFeeds);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
