import { historyRoutes } from '../resource/history';
import { lookIntoPayment, paymentColumns, renderPayment } from './paymentBodies';
import { createPayment, deletePayment } from './paymentWrites';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { hole, type Kind, paymentsScope, type Resource } from '../resource/resource';
import type { PaymentRow } from '../book/rows';
import { writeMany, writeOne } from '../resource/writing';

const kind: Kind<PaymentRow> = {
	singular: 'Payment',
	plural: 'Payments',
	id: 'PaymentID',
	idOf: (row) => row.PaymentID,
	table: (book) => book.payments,
	flag: 'HasValidationErrors',
	columns: paymentColumns,
	look: lookIntoPayment,
	render: renderPayment,
};

export const payments: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getPayments', paymentsScope, { paged: true, modified: true }),
		{
			operationId: 'createPayment',
			method: 'POST',
			path: '/Payments',
			scopes: paymentsScope.write,
			handle: (book, request) => writeOne(kind, book, request, (input) => createPayment(book, input)),
		},
		{
			operationId: 'createPayments',
			method: 'PUT',
			path: '/Payments',
			scopes: paymentsScope.write,
			handle: (book, request) => writeMany(kind, book, request, (input) => createPayment(book, input)),
		},
		getOne(kind, 'getPayment', paymentsScope),
		{
			operationId: 'deletePayment',
			method: 'POST',
			path: '/Payments/{PaymentID}',
			scopes: paymentsScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => deletePayment(book, row, input));
			},
		},
		...historyRoutes(kind, paymentsScope),
	],
};
