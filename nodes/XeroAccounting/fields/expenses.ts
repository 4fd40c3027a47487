import type { Field } from '../../shared/model';
import type { Picked } from '../../shared/pickers';
import { locator } from '../../shared/pickers';

/** The person who spent the money. */
export const spender: Field<Picked> = locator('User', 'user', { id: 'UserID' });
