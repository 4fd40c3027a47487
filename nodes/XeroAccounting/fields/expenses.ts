import type { Picked } from '../../shared/inputs/locators';
import { locator } from '../../shared/inputs/locators';
import type { Field } from '../../shared/model/field';

/** The person who spent the money. */
export const spender: Field<Picked> = locator('User', 'user', { id: 'UserID' });
