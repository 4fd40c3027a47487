import type { INodeParameters } from 'n8n-workflow';
import { every, PayrollStage } from './walk';
import { account, walksEarningsRates, walksSetting, walksSettings } from './settingsWalk';

const stage = new PayrollStage('nzSettings');

walksSettings(stage, ['PAYELIABILITY', 'WAGESPAYABLE', 'WAGESEXPENSE', 'BANK']);
walksEarningsRates(stage);

test('options of tracking are picked as the books have them', async () => {
	const { line, picked } = await stage.choose('timesheetTracking', 'timesheetLine.create', {}, 'region');
	expect([line, picked.value]).toEqual([expect.stringMatching(/^Region: \S/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('a deduction is made, picked and found', async () => {
	const liabilityAccountId = await account(stage, 'deduction.create', '814', 'liabilityAccount');
	await walksSetting(stage, {
		create: 'deduction.create',
		parameters: {
			...{ deductionName: 'Uniform', deductionCategory: 'PayrollGiving', liabilityAccountId },
			additionalFields: { standardAmount: '7.5' },
		},
		id: ['deductionId', 'deductionId'],
		name: ['deductionName', 'Uniform'],
		written: {
			...{ deductionName: 'Uniform', deductionCategory: 'PayrollGiving', liabilityAccountId: liabilityAccountId.value },
			...{ standardAmount: 7.5, currentRecord: true },
		},
	});
	const all = await stage.all('deduction.getAll', { filters: { activeOnly: true }, returnAll: true });
	expect(every(all, 'deductionName')).toEqual(['KiwiSaver Voluntary Contributions', 'Payroll Giving', 'Social Club', 'Uniform']);
	const wrong = {
		deductionName: 'Wrong',
		deductionCategory: 'NzOther',
		liabilityAccountId: await account(stage, 'deduction.create', '477'),
	};
	expect(await stage.refused('deduction.create', wrong)).toContain('Item 1: Xero says: The account must be a liability account.');
});

test('a superannuation is made, picked and found', async () => {
	const liabilityAccountId = await account(stage, 'superannuation.create', '814', 'liabilityAccount');
	const expenseAccountId = await account(stage, 'superannuation.create', '477', 'expenseAccount');
	const accounts = { liabilityAccountId: liabilityAccountId.value, expenseAccountId: expenseAccountId.value };
	const share = { calculationTypeNZ: 'PercentageOfTaxableEarnings', percentage: '4', companyMax: '5000', standardAmount: '10' };
	const given = { name: 'Ridge Fund', category: 'ComplyingFund', liabilityAccountId, expenseAccountId };
	await walksSetting(stage, {
		create: 'superannuation.create',
		parameters: { ...given, additionalFields: share },
		id: ['id', 'SuperannuationID'],
		name: ['name', 'Ridge Fund'],
		written: {
			...{ name: 'Ridge Fund', category: 'ComplyingFund', ...accounts, calculationTypeNZ: 'PercentageOfTaxableEarnings' },
			...{ percentage: 4, companyMax: 5000, standardAmount: 10, currentRecord: true },
		},
	});
	const all = await stage.all('superannuation.getAll', { filters: { activeOnly: true }, returnAll: true });
	expect(every(all, 'name')).toEqual(['KiwiSaver', 'Ridge Fund']);
	const none = { ...given, name: 'Other Fund', additionalFields: { ...share, percentage: '0' } as INodeParameters };
	expect(await stage.refused('superannuation.create', none)).toContain(
		'Item 1: Xero says: The percentage must be greater than 0.',
	);
});

test('a reimbursement is made, picked and found', async () => {
	const accountID = await account(stage, 'reimbursement.create', '493');
	await walksSetting(stage, {
		create: 'reimbursement.create',
		parameters: {
			...{ name: 'Mileage', accountID },
			additionalFields: {
				...{ calculationType: 'RatePerUnit', reimbursementCategory: 'NoGST', standardAmount: '12.5' },
				...{ standardRatePerUnit: '0.95', standardTypeOfUnits: 'km' },
			},
		},
		id: ['reimbursementID', 'ReimbursementID'],
		name: ['name', 'Mileage'],
		written: {
			...{ name: 'Mileage', accountID: accountID.value, calculationType: 'RatePerUnit', reimbursementCategory: 'NoGST' },
			...{ standardAmount: '12.5', standardRatePerUnit: 0.95, standardTypeOfUnits: 'km', currentRecord: true },
		},
	});
	const all = await stage.all('reimbursement.getAll', { filters: { activeOnly: true }, returnAll: true });
	expect(every(all, 'name')).toEqual(['Travel', 'Mileage']);
});

test('a list of more than a page is read whole, and searched page by page', async () => {
	const accountID = await account(stage, 'reimbursement.create', '493');
	const names = Array.from({ length: 101 }, (_, at) => ({ name: `Trip ${String(at + 1).padStart(3, '0')}` }));
	await stage.all('reimbursement.create', { name: '={{ $json.name }}', accountID }, names);
	const all = await stage.all('reimbursement.getAll', { returnAll: true });
	expect(every(all, 'name')).toEqual(['Travel', 'Mileage', ...names.map(({ name }) => name)]);
	expect((await stage.choose('reimbursement', 'reimbursement.get', {}, 'Trip 101')).line).toBe('Trip 101');
});

test('statutory deductions are read, picked and found by what they are', async () => {
	const all = await stage.all('statutoryDeduction.getAll', { returnAll: true });
	expect(every(all, 'name')).toEqual(['Child Support', 'Student Loan', 'KiwiSaver']);
	const { line, picked: id } = await stage.choose('statutoryDeduction', 'statutoryDeduction.get', {}, 'student');
	expect(line).toBe('Student Loan');
	expect(await stage.json('statutoryDeduction.get', { id })).toEqual(all[1]);
	const found = await stage.all('statutoryDeduction.getAll', { filters: { category: 'ChildSupport' }, returnAll: true });
	expect(every(found, 'name')).toEqual(['Child Support']);
});
