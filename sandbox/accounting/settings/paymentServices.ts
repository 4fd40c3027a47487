/** Payment services: where customers can pay online. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { PaymentServiceRow } from '../book/rows';
import { urlField } from '../documents/fields';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { getMany, resourceOf, write } from '../resource/routes';
import { fieldsOf } from '../schema';

/** Custom payment services of an organisation. */
const MOST = 15;

export const kind = kindOf<PaymentServiceRow>('PaymentService', {
	table: (book) => book.paymentServices,
	render: (_book, row) => fieldsOf('PaymentService', row),
});

function create(book: Book, input: Input): PaymentServiceRow | undefined {
	const name = input.text('PaymentServiceName', 50)?.trim();
	const url = urlField(input, 'PaymentServiceUrl');
	const text = input.text('PayNowText', 50)?.trim();
	if (!name) input.fail('The PaymentServiceName field must be specified.');
	if (!url) input.fail('The PaymentServiceUrl field must be specified.');
	if (name && book.paymentServices.values().some((row) => fold(row.PaymentServiceName) === fold(name)))
		input.fail(`A payment service with the name '${name}' already exists.`);
	if (book.paymentServices.size >= MOST) input.fail(`A maximum of ${MOST} payment services can be added to an organisation.`);
	if (!name || !url || input.findings.failed) return undefined;
	return book.paymentServices.put({
		PaymentServiceID: book.newId(),
		PaymentServiceName: name,
		PaymentServiceUrl: url,
		PaymentServiceType: 'Custom',
		PayNowText: text || 'Pay by credit card',
	});
}

export const paymentServices = resourceOf(kind, {
	getPaymentServices: getMany(kind),
	createPaymentService: write(kind, create),
});
