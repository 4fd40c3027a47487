/** Branding themes, and the payment services that documents of a theme offer. */
import type { BrandingThemeRow } from '../book/rows';
import { kindOf } from '../resource/kind';
import { answer } from '../resource/replies';
import { getMany, getOne, recordOf, resourceOf } from '../resource/routes';
import { writeAll } from '../resource/writing';
import { fieldsOf } from '../schema';
import { kind as services } from './paymentServices';

const kind = kindOf<BrandingThemeRow>('BrandingTheme', {
	table: (book) => book.brandingThemes,
	without: ['LogoUrl', 'Type'],
	render: (_book, row) => ({ ...fieldsOf('BrandingTheme', row), Type: 'INVOICE' }),
});

export const brandingThemes = resourceOf(kind, {
	getBrandingThemes: getMany(kind, { filtered: true }),
	getBrandingTheme: getOne(kind),
	getBrandingThemePaymentServices(book, request) {
		const rows = recordOf(kind, book, request).services.flatMap((id) => book.paymentServices.get(id) ?? []);
		const bodies = rows.map((row) => services.render(book, row, 'full', 2));
		return answer(book, services.plural, bodies);
	},
	createBrandingThemePaymentServices(book, request) {
		recordOf(kind, book, request);
		return writeAll(services, book, request, (input) => {
			const id = input.guid('PaymentServiceID');
			const row = id === undefined ? undefined : book.paymentServices.get(id);
			if (!row) return void input.fail('The payment service could not be found.');
			const theme = recordOf(kind, book, request);
			const added = [...new Set([...theme.services, row.PaymentServiceID])];
			book.brandingThemes.put({ ...theme, services: added });
			return row;
		});
	},
});
