import { describe } from '../shared/panel/description';
import { listSearch } from './methods';
import { projects } from './projects';

/** The parameters of the node, in panel order. */
export const properties = describe(projects);

/** The names of the lists that it offers. */
export const lists = Object.keys(listSearch);
