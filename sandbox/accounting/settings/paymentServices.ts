import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { urlField } from '../documents/documentFields';
import type { Input } from '../resource/input';
import { getMany, recordsOf } from '../resource/reading';
import { type Kind, paymentServicesScope, type Resource } from '../resource/resource';
import type { PaymentServiceRow } from '../book/rows';
import { writeAll } from '../resource/writing';

/** Custom payment services of an organisation. */
const MOST = 15;

const kind: Kind<PaymentServiceRow> = {
	singular: 'PaymentService',
	plural: 'PaymentServices',
	id: 'PaymentServiceID',
	idOf: (row) => row.PaymentServiceID,
	table: (book) => book.paymentServices,
	columns: {},
	render: (_book, row) => ({ ...row }),
};

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

export const paymentServices: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getPaymentServices', paymentServicesScope, { without: ['where', 'order'] }),
		{
			operationId: 'createPaymentService',
			method: 'PUT',
			path: '/PaymentServices',
			scopes: paymentServicesScope.write,
			handle: (book, request) => writeAll(kind, book, request, (input) => create(book, input)),
		},
	],
};
