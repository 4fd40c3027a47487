import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import { date } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { getOne, listItems } from '../../shared/operations/bareCrud';
import { create } from '../../shared/operations/crud';
import { inWords, signed } from '../amounts';
import { validateStatement } from '../statementValidation';
import { statementLines } from '../fields/statementLines';
import { money } from '../amountField';
import { RESTRICTED } from '../accessNotices';
import { pollUntilDone, wait } from '../polling';

/** Xero takes 3,000,000 bytes in a request (its example of status 413); there is room for what wraps the statements. */
const LARGEST = 2_990_000;

const DONE = ['DELIVERED', 'REJECTED'];

/** `2026-03-01 to 2026-03-31 · 1200.50 · Delivered` */
const titled = ({ startDate, endDate, endBalance, status }: IDataObject): string => {
	const closing = signed(endBalance);
	const word = String(status ?? '').toLowerCase();
	return [
		`${String(startDate)} to ${String(endDate)}`,
		...(closing === undefined ? [] : [inWords(closing)]),
		...(word ? [word.charAt(0).toUpperCase() + word.slice(1)] : []),
	].join(' · ');
};

const balance = (name: string) =>
	money(name, { description: 'Above zero is money in the account, below zero is owed: overdrawn, or on a card' });

export const statement = resource({
	key: 'statement',
	name: 'Statement',
	plural: 'Statements',
	description: 'What happened on an account in a period, as the bank tells it',
	path: 'Statements',
	id: 'id',
	scope: 'bankfeeds',
	linesField: 'statementLines',
	// Two properties, account and period, in the place of one: a statement has no number of its own.
	documentKeyPreset: '={{ $json.feedConnectionId }} {{ $json.startDate }}',
	fields: {
		feedConnectionId: record('Feed Connection', 'feedConnection'),
		startDate: date('Start Date', { description: 'First day of the period, no more than a year ago' }),
		endDate: date('End Date', { description: 'Last day of the period' }),
		startBalance: balance('Opening Balance'),
		endBalance: balance('Closing Balance'),
		statementLines,
	},
	listOptions: { statement: (statement) => [{ name: titled(statement), value: String(statement.id) }] },
	operations: (statement) => ({
		create: create(
			statement,
			'createStatements',
			['feedConnectionId', 'startDate', 'endDate', 'startBalance', 'endBalance', 'statementLines'],
			{
				method: 'POST',
				envelope: 'items',
				batchSize: 50,
				batchBytes: LARGEST,
				// An answer names the account of a statement, and nothing else of it: those of one account go one after the other.
				identity: ['feedConnectionId'],
				query: {
					waitForDelivery: wait(
						'Wait for Delivery (Seconds)',
						'How long to look after statements until Xero has delivered or rejected them; with 0 they are handed on as pending',
					),
				},
				notice: RESTRICTED,
				validate: validateStatement,
				afterSave: async (sent, then) =>
					await pollUntilDone(sent, then, {
						option: 'waitForDelivery',
						path: (id) => `/Statements/${id}`,
						pending: ({ status }) => !DONE.includes(String(status)),
						note: 'Xero has taken it, but neither delivered nor rejected it yet. Do not send it again: read it later with Statement, Get.',
					}),
			},
		),
		get: getOne(statement, 'getStatement', {
			path: '/Statements/{statementId}',
			required: { statementId: record('Statement', 'statement') },
			notice: RESTRICTED,
		}),
		getAll: listItems(statement, 'getStatements', {}, { by: 'page', size: 100 }, { notice: RESTRICTED }),
	}),
});
