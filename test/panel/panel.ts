import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';
import { shownIn } from './shownIn';

export const { description } = new XeroAccounting();
export const { properties } = description;

/** What the panel of Xero Accounting shows for these values. */
export const shownFor = (values: INodeParameters): INodeProperties[] => shownIn(description, values);

/** Every operation there is. */
export const pairs: ReadonlyArray<readonly [resource: string, operation: string]> = accounting.resources.flatMap(
	({ key, operations }) => Object.keys(operations).map((operation) => [key, operation] as const),
);
