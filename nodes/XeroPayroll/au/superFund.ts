import type { IDataObject } from 'n8n-workflow';
import { chosen, text } from '../../shared/inputs/scalars';
import { is, modifiedSince, raw } from '../../shared/inputs/where';
import type { Finding } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { create, get, list, update } from '../../shared/operations/crud';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import { inWords } from '../builders/inputs';
import { officialNumber, personal, secretNumber } from '../builders/personalData';
import { travelsV1 } from '../builders/verbsV1';
import { superFund as superFundPicker } from './inputs';

const TYPES = inWords(['REGULATED', 'SMSF'], { REGULATED: 'Regulated', SMSF: 'Self-Managed (SMSF)' });

const fields = {
	Type: chosen('Type', TYPES),
	ABN: officialNumber('ABN', /^\d{11}$/, 'is not a number of 11 digits'),
	AccountName: personal(text('Account Name', { description: 'Of a self-managed fund' })),
	AccountNumber: secretNumber('Account Number', /^\d{1,10}$/, 'is not a number of at most 10 digits'),
	BSB: secretNumber('BSB', /^\d{6}$/, 'is not a number of 6 digits'),
	ElectronicServiceAddress: text('Electronic Service Address', { description: 'Of a self-managed fund' }),
	EmployerNumber: text('Employer Number', { description: 'What the fund knows the employer by' }),
	Name: text('Name', { description: 'Of a self-managed fund; that of a regulated one follows from its USI' }),
	SPIN: text('SPIN', { description: 'The older form of USI' }),
	USI: text('USI', { placeholder: 'e.g. RDG0001AU', description: 'As Super Fund Product, Get Many has it' }),
};

/** What each type of fund must have. */
const NEEDED: Readonly<Record<string, ReadonlyArray<keyof typeof fields>>> = {
	REGULATED: ['USI'],
	SMSF: ['ABN', 'BSB', 'AccountNumber', 'AccountName'],
};

const lackOf = (body: IDataObject): Array<Omit<Finding, 'items'>> =>
	(NEEDED[String(body.Type)] ?? [])
		.filter((name) => body[name] === undefined && !(name === 'USI' && body.SPIN !== undefined))
		.map((name) => ({
			place: [fields[name].ui.displayName],
			says: 'is missing',
			todo: body.Type === 'SMSF' ? 'A self-managed fund has one' : 'A regulated fund has one',
		}));

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const superFund = resource({
	key: 'superFund',
	name: 'Super Fund',
	plural: 'Super Funds',
	description: "Where employees' super is paid to",
	path: '1.0/Superfunds',
	id: 'SuperFundID',
	scope: 'payroll.settings',
	...travelsV1('SuperFunds'),
	simplified: ['SuperFundID', 'Type', 'Name', 'ABN', 'USI', 'EmployerNumber', 'UpdatedDateUTC'],
	fields,
	listOptions: {
		superFund: ({ Name, USI, SuperFundID }) => [
			{
				name: [textOf(Name), textOf(USI) && `USI ${String(USI)}`].filter((part) => part !== undefined).join(' · '),
				value: String(SuperFundID),
			},
		],
	},
	operations: (kind) => ({
		create: create(kind, 'createSuperfund', ['Type'], { validate: lackOf }),
		update: update(kind, 'updateSuperfund', {
			leave: ['Type'],
			required: { SuperFundID: superFundPicker, Type: fields.Type },
		}),
		get: get(kind, 'getSuperfund'),
		getAll: list(kind, 'getSuperfunds', { Type: is('Type', 'Type', TYPES), ...modifiedSince, ...raw }, UNCOUNTED_PAGES),
	}),
});
