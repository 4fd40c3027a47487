import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { flag, number, text } from '../../shared/inputs/scalars';
import { shown } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { fillPath } from '../../shared/model/path';
import { create, get, list, setStatus, valueOf, recordPicker } from '../../shared/operations/crud';
import { is, quoted, raw } from '../../shared/inputs/where';
import type { Side } from '../fields/pickers';
import { sideOf } from '../fields/pickers';
import { DELETED } from '../notices';
import { assertSameRecord } from '../../shared/operations/assertSameRecord';

const percent = ({ DisplayTaxRate, EffectiveRate }: IDataObject): string => `${Number(DisplayTaxRate ?? EffectiveRate ?? 0)}%`;
/** `GST on Income (15%)`, unless the name says the rate already. */
const titled = (rate: IDataObject): string =>
	String(rate.Name).includes('%') ? String(rate.Name) : `${String(rate.Name)} (${percent(rate)})`;

/** Xero keeps deleted rates in its list, but takes them nowhere. */
const active = ({ Status }: IDataObject): boolean => Status === undefined || Status === 'ACTIVE';

/** Whether documents of a side take the rate. */
const applies = ({ CanApplyToRevenue, CanApplyToExpenses }: IDataObject, side: Side | undefined): boolean =>
	side === undefined || (side === 'sales' ? CanApplyToRevenue : CanApplyToExpenses) !== false;

export const taxRate = resource({
	key: 'taxRate',
	name: 'Tax Rate',
	plural: 'Tax Rates',
	description: 'A rate of sales tax, GST or VAT',
	path: 'TaxRates',
	id: 'TaxType',
	scope: 'accounting.settings',
	simplified: ['Name', 'TaxType', 'Status', 'ReportTaxType', 'DisplayTaxRate', 'EffectiveRate'],
	fields: {
		Name: text('Name', { max: 50 }),
		TaxComponents: rows(
			'Tax Components',
			'Component',
			{ Name: text('Name'), Rate: number('Rate (%)', { min: 0, max: 100, blank: '' }) },
			{
				folded: {
					IsCompound: flag('Is Compound', 'Whether it is charged on the other components, too'),
					IsNonRecoverable: flag('Is Non-Recoverable', 'Whether the tax cannot be claimed back (Canada)'),
				},
			},
		),
		ReportTaxType: record('Report Tax Type', 'reportTaxType', ['code'], {
			description: 'Where the tax shows in the tax return',
			modes: { code: { placeholder: 'e.g. OUTPUT' } },
		}),
	},
	namesOf: ({ Name }) => [String(Name)],
	listOptions: {
		taxRate: (rate, { panel } = {}) =>
			active(rate) && applies(rate, sideOf(panel))
				? [{ name: `${titled(rate)} · ${String(rate.TaxType)}`, value: String(rate.TaxType) }]
				: [],
		reportTaxType: (rate) =>
			active(rate) && rate.ReportTaxType
				? [{ name: `${String(rate.ReportTaxType)} · like ${titled(rate)}`, value: String(rate.ReportTaxType) }]
				: [],
	},
	operations: (taxRate) => ({
		create: create(taxRate, 'createTaxRates', ['Name', 'TaxComponents']),
		get: get(taxRate, 'getTaxRateByTaxType', {
			required: recordPicker(taxRate, ['code'], { modes: { code: { placeholder: 'e.g. OUTPUT2' } } }),
		}),
		getAll: list(
			taxRate,
			'getTaxRates',
			{
				Name: quoted('Name', 'Name'),
				Status: is('Status', 'Status', [
					['ACTIVE', 'Active'],
					['ARCHIVED', 'Archived'],
					['DELETED', 'Deleted'],
					['PENDING', 'Pending'],
				]),
				...raw,
			},
			{ by: 'nothing' },
		),
		// There is no path of a single rate to post to: Xero finds it by its tax type, and takes name and components anew.
		update: {
			...create(taxRate, 'updateTaxRate', ['Name', 'TaxComponents']),
			name: 'Update',
			action: 'Update a tax rate',
			description: 'Change a tax rate; Xero takes its name and components anew',
			method: 'POST',
			required: {
				...recordPicker(taxRate, ['code'], { modes: { code: { placeholder: 'e.g. OUTPUT2' } } }),
				Name: taxRate.fields.Name!,
				TaxComponents: taxRate.fields.TaxComponents!,
			},
		},
		delete: {
			...setStatus(
				taxRate,
				['updateTaxRate', 'getTaxRateByTaxType'],
				'Delete',
				{},
				'Delete a tax rate that is not a system rate',
				{
					path: '/TaxRates',
					required: recordPicker(taxRate, ['code'], { modes: { code: { placeholder: 'e.g. OUTPUT2' } } }),
					notice: DELETED,
				},
			),
			run: async (call) => {
				const type = valueOf(call, 'TaxType');
				const [rate] = call.recordsIn(await call.request({ path: fillPath('/TaxRates/{type}', { type }), envelope: 'TaxRates' }));
				if (!rate)
					call.refuse({
						place: ['Tax Rate'],
						value: shown(type),
						says: 'Xero has no such tax rate',
						todo: 'Use Get Many to see which there are',
					});
				const { Name, TaxType, TaxComponents } = rate!;
				const answer = await call.request({
					method: 'POST',
					path: call.path,
					body: { TaxRates: [{ Name, TaxType, TaxComponents, Status: 'DELETED' }] },
					envelope: 'TaxRates',
				});
				return [{ json: assertSameRecord(call, call.recordsIn(answer), 'TaxType', TaxType) }];
			},
		},
	}),
});
