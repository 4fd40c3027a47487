import type { Examples } from '../example';
import { fromList } from '../example';
import { FUND, page } from './records';

export const superFund: Examples = {
	create: [
		{
			parameters: [
				{
					Type: 'SMSF',
					additionalFields: {
						...{ Name: 'Ridge Family Super', ABN: '11 000 000 000', BSB: '000-000', AccountNumber: '0000 1234' },
						...{ AccountName: 'Ridge Family Super', ElectronicServiceAddress: 'ridge', EmployerNumber: 'R1' },
					},
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/1.0/Superfunds',
					body: [
						{
							...{ Type: 'SMSF', Name: 'Ridge Family Super', ABN: '11000000000', BSB: '000000', AccountNumber: '00001234' },
							...{ AccountName: 'Ridge Family Super', ElectronicServiceAddress: 'ridge', EmployerNumber: 'R1' },
						},
					],
				},
			],
		},
		{
			parameters: [{ Type: 'REGULATED', additionalFields: { USI: 'RDG0001AU', SPIN: 'RDG0001AU' } }],
			sends: [{ method: 'POST', path: '/1.0/Superfunds', body: [{ Type: 'REGULATED', USI: 'RDG0001AU', SPIN: 'RDG0001AU' }] }],
		},
	],
	update: [
		{
			parameters: [{ SuperFundID: fromList(FUND), Type: 'SMSF', additionalFields: { EmployerNumber: 'R2' } }],
			sends: [{ method: 'POST', path: `/1.0/Superfunds/${FUND}`, body: [{ Type: 'SMSF', EmployerNumber: 'R2' }] }],
		},
	],
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { Type: 'REGULATED' } }],
			sends: [{ method: 'GET', path: '/1.0/Superfunds', query: { where: 'Type=="REGULATED"', ...page } }],
		},
	],
};

export const superFundProduct: Examples = {
	getAll: [
		{
			parameters: [{ returnAll: true, ABN: '11 000 000 000' }],
			sends: [{ method: 'GET', path: '/1.0/SuperfundProducts', query: { ABN: '11000000000' } }],
		},
		{
			parameters: [{ returnAll: true, USI: 'RDG0001AU' }],
			sends: [{ method: 'GET', path: '/1.0/SuperfundProducts', query: { USI: 'RDG0001AU' } }],
		},
	],
};
