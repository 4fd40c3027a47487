import { text, url } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { create, list } from '../../shared/operations/crud';

export const paymentService = resource({
	key: 'paymentService',
	name: 'Payment Service',
	plural: 'Payment Services',
	description: 'A link of your own that customers pay online invoices by',
	path: 'PaymentServices',
	id: 'PaymentServiceID',
	scope: 'paymentservices',
	fields: {
		PaymentServiceName: text('Name', { min: 1 }),
		PaymentServiceUrl: url('Payment URL', { placeholder: 'e.g. https://pay.example.com/invoices' }),
		PayNowText: text('Pay Now Text', {
			description: 'On the button of the online invoice; "Pay by credit card" when left empty',
		}),
	},
	listOptions: {
		paymentService: ({ PaymentServiceID, PaymentServiceName }) => [
			{ name: String(PaymentServiceName), value: String(PaymentServiceID) },
		],
	},
	operations: (service) => ({
		create: create(service, 'createPaymentService', ['PaymentServiceName', 'PaymentServiceUrl']),
		getAll: list(service, 'getPaymentServices', {}, { by: 'nothing' }),
	}),
});
