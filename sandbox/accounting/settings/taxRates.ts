/** Tax rates. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { AccountClass, TaxRateRow } from '../book/rows';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { getMany, getOne, resourceOf, writeSingle } from '../resource/routes';
import { fieldsOf } from '../schema';
import { rounded } from '../values/decimal';

const kind = kindOf<TaxRateRow>('TaxRate', {
	id: 'TaxType',
	table: (book) => book.taxRates,
	look: (_book, row, field) => render(row)[field],
	render: (_book, row) => render(row),
});

function render(row: TaxRateRow): Body {
	return {
		...fieldsOf('TaxRate', row),
		CanApplyToAssets: row.applies.includes('ASSET'),
		CanApplyToEquity: row.applies.includes('EQUITY'),
		CanApplyToExpenses: row.applies.includes('EXPENSE'),
		CanApplyToLiabilities: row.applies.includes('LIABILITY'),
		CanApplyToRevenue: row.applies.includes('REVENUE'),
		DisplayTaxRate: row.EffectiveRate,
	};
}

/** Percent of all components together; a compound one is charged on the others as well. */
export function effectiveRate(components: TaxRateRow['TaxComponents']): number {
	const plain = components.filter((component) => !component.IsCompound).reduce((total, component) => total + component.Rate, 0);
	const compound = components.find((component) => component.IsCompound)?.Rate ?? 0;
	return rounded(plain + compound * (1 + plain / 100), 4);
}

/** Report types of purchases and of sales; what is neither applies to everything. */
function appliesTo(report: string): readonly AccountClass[] {
	const both: readonly AccountClass[] = ['ASSET', 'EQUITY', 'LIABILITY'];
	if (/OUTPUT|SALES|EXPORT/.test(report) && !/INPUT/.test(report)) return [...both, 'REVENUE'];
	if (/INPUT|EXPENSES|IMPORT|ACQUISITIONS/.test(report)) return [...both, 'EXPENSE'];
	return [...both, 'EXPENSE', 'REVENUE'];
}

/** Components in a body, or undefined when it has none. A compound component is charged on the others, so there is at most one. */
function components(input: Input): TaxRateRow['TaxComponents'] | undefined {
	const list = input.list('TaxComponents')?.map((part) => {
		const [name, rate] = [part.text('Name', 50), part.number('Rate', 4)];
		if (!name) part.fail('The Name field of a tax component must be specified.');
		if (rate === undefined || rate < 0 || rate > 100) part.fail('The Rate field of a tax component must be between 0 and 100.');
		const flags = { IsCompound: part.flag('IsCompound') ?? false, IsNonRecoverable: part.flag('IsNonRecoverable') ?? false };
		return { Name: name ?? '', Rate: rate ?? 0, ...flags };
	});
	if (list && list.filter((component) => component.IsCompound).length > 1)
		input.fail('Only one tax component can be compounded.');
	return list;
}

function create(book: Book, input: Input): TaxRateRow | undefined {
	const [name, report, parts] = [input.text('Name', 50), input.text('ReportTaxType'), components(input)];
	if (!name) input.fail('The Name field must be specified.');
	else if (book.taxRates.first('name', fold(name))) input.fail(`A tax rate with the name '${name}' already exists.`);
	if (!report) input.fail('The ReportTaxType field must be specified.');
	if (!parts || parts.length === 0) input.fail('At least one tax component must be specified.');
	if (input.findings.failed || !name || !report || !parts) return undefined;
	const used = book.taxRates.values().filter((row) => !row.system).length;
	return book.taxRates.put({
		TaxType: `TAX${String(used + 1).padStart(3, '0')}`,
		Name: name,
		Status: 'ACTIVE',
		ReportTaxType: report.toUpperCase(),
		EffectiveRate: effectiveRate(parts),
		TaxComponents: parts,
		applies: appliesTo(report.toUpperCase()),
		system: false,
	});
}

function change(book: Book, input: Input): TaxRateRow | undefined {
	const [type, name, status, parts] = [
		input.text('TaxType'),
		input.text('Name', 50),
		input.choice('Status', ['ACTIVE', 'DELETED']),
		components(input),
	];
	const row = type ? book.taxRates.get(type) : name ? book.taxRates.first('name', fold(name)) : undefined;
	if (!row || row.Status === 'DELETED') return void input.fail('The tax rate could not be found.');
	if (row.system) return void input.fail(`The tax rate '${row.Name}' is a system tax rate and cannot be changed.`);
	const holder = name ? book.taxRates.first('name', fold(name)) : undefined;
	if (holder && holder.TaxType !== row.TaxType) input.fail(`A tax rate with the name '${name}' already exists.`);
	if (status === 'DELETED' && book.accounts.values().some((account) => account.TaxType === row.TaxType)) {
		input.fail(`The tax rate '${row.Name}' cannot be deleted as it is used by an account.`);
	}
	if (parts?.length === 0) input.fail('At least one tax component must be specified.');
	const report = input.text('ReportTaxType')?.toUpperCase() ?? row.ReportTaxType;
	const next = {
		...row,
		Name: name ?? row.Name,
		Status: status ?? row.Status,
		ReportTaxType: report,
		applies: appliesTo(report),
	};
	return book.taxRates.put(parts ? { ...next, TaxComponents: parts, EffectiveRate: effectiveRate(parts) } : next);
}

export const taxRates = resourceOf(kind, {
	getTaxRates: getMany(kind),
	getTaxRateByTaxType: getOne(kind),
	createTaxRates: writeSingle(kind, create),
	updateTaxRate: writeSingle(kind, change),
});
