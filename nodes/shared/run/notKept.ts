// What Xero did not keep of what was sent.

import type { IDataObject } from 'n8n-workflow';
import type { RowFinding } from '../model/context';
import type { Finding } from '../model/findings';
import { shown } from '../model/findings';
import type { Operation } from '../model/operation';
import type { Run } from './runState';

/** What there is to say of an answered record that belongs to another resource, as a bill among sales invoices does. */
export function otherKind(
	{ discriminator }: Pick<Operation, 'discriminator'>,
	record: IDataObject,
): Required<Pick<Finding, 'says' | 'todo'>> | undefined {
	if (!discriminator) return undefined;
	return discriminator.others[String(record[discriminator.property] ?? '').toUpperCase()];
}

/**
 * What Xero did not keep of a record, or keeps otherwise, though it took the record, as far as the API is known to do so.
 * @param sent the record in Xero's shape
 * @param came the record as the answer has it, dates made ISO
 */
export function notKept({ conventions, operation }: Run, sent: IDataObject, came: IDataObject): Array<Omit<Finding, 'items'>> {
	const { required, panelOptional, optional, discriminator } = operation;
	const labelOf = (name: string): string => (required[name] ?? panelOptional?.[name] ?? optional?.[name])?.ui.displayName ?? name;
	const other = otherKind(operation, came);
	return [
		...(discriminator && other
			? [{ place: [discriminator.property], value: shown(came[discriminator.property]), ...other }]
			: []),
		...(conventions.notKept?.(sent, came, labelOf) ?? []),
	];
}

/** Findings as a row carries them, for a workflow to go by. */
export const inRow = (findings: ReadonlyArray<Finding & Partial<RowFinding>>): IDataObject =>
	findings.length === 0
		? {}
		: {
				_findings: findings.map(({ items, code = 'notKept', place = [], value, says, todo, details }) => ({
					level: 'warning',
					code,
					item: items[0]! + 1,
					field: place.join(', '),
					value: value ?? null,
					reason: [says, ...(todo ? [todo] : [])].join('. '),
					...details,
				})),
			};
