/** Users of the organisation: read only. */
import type { UserRow } from '../book/rows';
import { kindOf, type Nested } from '../resource/kind';
import { getMany, getOne, resourceOf } from '../resource/routes';
import { columnsOf, fieldsOf } from '../schema';

const kind = kindOf<UserRow>('User', { table: (book) => book.users, render: (_book, row) => fieldsOf('User', row) });

/** What filters of expenses may name of their user. */
export const userNested: Nested<{ UserID: string }> = {
	columns: columnsOf('User', ['UserID', 'EmailAddress', 'FirstName', 'LastName']),
	of: (book, row) => book.users.get(row.UserID),
};

export const users = resourceOf(kind, { getUsers: getMany(kind), getUser: getOne(kind) });
