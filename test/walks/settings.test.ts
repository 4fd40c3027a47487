import { byCode, byId } from '../node/stage';
import { idOf, Walk } from './walk';

const walk = new Walk('settings');

test('an organisation is read, with its actions and CIS settings', async () => {
	const { OrganisationID } = await walk.json('organisation.get');
	expect(OrganisationID).toEqual(expect.any(String));
	expect((await walk.run('organisation.getAll')).length).toBe(2);
	expect((await walk.run('organisation.getActions')).length).toBeGreaterThan(3);
	await walk.run('organisation.getCisSettings');
});

test('an account is created, changed, archived, restored and deleted', async () => {
	const made = await walk.json('account.create', {
		Code: '6100',
		Name: 'Freight',
		Type: 'EXPENSE',
		additionalFields: { TaxType: byCode('INPUT2') },
	});
	const AccountID = idOf(made, 'AccountID');
	await walk.json('account.update', { AccountID, additionalFields: { Name: 'Freight and couriers' } });
	expect((await walk.json('account.get', { AccountID })).Name).toBe('Freight and couriers');
	expect(await walk.json('account.find', { by: 'Name', value: 'freight and couriers' })).toMatchObject({
		found: true,
		Code: '6100',
	});
	expect((await walk.json('account.archive', { AccountID })).Status).toBe('ARCHIVED');
	expect((await walk.json('account.restore', { AccountID })).Status).toBe('ACTIVE');
	await walk.attach('account', { AccountID });
	expect((await walk.json('account.delete', { AccountID })).deleted).toBe(true);
	expect(
		(
			await walk.all('account.getAll', {
				Type: 'BANK',
				Status: 'ACTIVE',
				where: 'EnablePaymentsToAccount==true OR Type=="BANK"',
				order: 'Code ASC',
			})
		).length,
	).toBeGreaterThan(0);
});

test('a tax rate is created, changed and deleted', async () => {
	const TaxComponents = { component: [{ Name: 'Levy', Rate: '4.5' }] };
	const made = await walk.json('taxRate.create', {
		Name: 'Walking levy',
		TaxComponents,
		additionalFields: { ReportTaxType: byCode('OUTPUT') },
	});
	const TaxType = byCode(String(made.TaxType));
	await walk.json('taxRate.update', {
		TaxType,
		Name: 'Hiking levy',
		TaxComponents: { component: [{ Name: 'Levy', Rate: '5' }] },
	});
	expect(await walk.json('taxRate.get', { TaxType })).toMatchObject({ Name: 'Hiking levy', EffectiveRate: 5 });
	expect((await walk.all('taxRate.getAll', { Name: 'Hiking levy', Status: 'ACTIVE' })).length).toBe(1);
	expect((await walk.json('taxRate.delete', { TaxType })).Status).toBe('DELETED');
});

test('a tracking category and its options live, rest and go', async () => {
	const [known] = await walk.all('trackingCategory.getAll');
	const TrackingCategoryID = idOf(known!, 'TrackingCategoryID');
	// Two active categories are all that Xero allows: one rests while another is tried out.
	expect((await walk.json('trackingCategory.archive', { TrackingCategoryID })).Status).toBe('ARCHIVED');
	const other = { TrackingCategoryID: idOf(await walk.json('trackingCategory.create', { Name: 'Trail' }), 'TrackingCategoryID') };
	await walk.json('trackingCategory.update', { ...other, Name: 'Track' });
	const option = await walk.json('trackingCategory.createOption', { ...other, Name: 'Long' });
	const both = { ...other, TrackingOptionID: idOf(option, 'TrackingOptionID') };
	expect((await walk.json('trackingCategory.updateOption', { ...both, Name: 'Longer' })).Name).toBe('Longer');
	expect((await walk.json('trackingCategory.archiveOption', both)).Status).toBe('ARCHIVED');
	expect((await walk.json('trackingCategory.restoreOption', both)).Status).toBe('ACTIVE');
	expect((await walk.json('trackingCategory.get', other)).Name).toBe('Track');
	expect((await walk.json('trackingCategory.deleteOption', both)).deleted).toBe(true);
	expect((await walk.json('trackingCategory.delete', other)).deleted).toBe(true);
	expect((await walk.json('trackingCategory.restore', { TrackingCategoryID })).Status).toBe('ACTIVE');
	expect((await walk.all('trackingCategory.getAll', { includeArchived: true })).length).toBeGreaterThan(0);
});

test('a currency is added', async () => {
	const codes = (await walk.all('currency.getAll')).map(({ Code }) => Code);
	expect(codes).not.toContain('CHF');
	await walk.json('currency.create', { Code: 'CHF' });
	expect((await walk.all('currency.getAll', { where: 'Code=="CHF"' })).length).toBe(1);
});

test('branding themes and users are read, and a theme gets a payment service', async () => {
	const [theme] = await walk.all('brandingTheme.getAll');
	const BrandingThemeID = idOf(theme!, 'BrandingThemeID');
	expect((await walk.json('brandingTheme.get', { BrandingThemeID })).Name).toBe(theme!.Name);
	const [service] = await walk.run('brandingTheme.getPaymentServices', { BrandingThemeID });
	await walk.run('brandingTheme.addPaymentService', {
		BrandingThemeID,
		PaymentServiceID: byId(String(service?.json.PaymentServiceID)),
	});
	const [user] = await walk.all('user.getAll', { where: 'IsSubscriber==true' });
	expect((await walk.json('user.get', { UserID: idOf(user!, 'UserID') })).EmailAddress).toBe(user!.EmailAddress);
});

test('an API request goes to any path', async () => {
	const [answer] = await walk.run('apiRequest.send', { method: 'GET', path: '/Organisation' });
	expect(answer!.json.Organisations).toMatchObject([{ Name: expect.any(String) }]);
});
