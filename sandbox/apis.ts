import { accounting } from './accounting/api';
import { assets } from './assets/api';
import { bankFeeds } from './bankfeeds/api';
import { accountingBanks } from './bankfeeds/bankAccounts';
import { files } from './files/api';
import { accountingObjects } from './files/objects';
import { finance } from './finance/api';
import { payroll } from './payroll/api';
import { payrollAu } from './payrollAu/api';
import { projects } from './projects/api';
import type { Clock } from './contract';
import type { Organisation } from './organisations';
import type { RecordChange, SandboxApi } from './route';

/** Makes the APIs behind the gateway. */
export type BuildApis = (options: {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: readonly Organisation[];
	/** To be told what each call that stands created and updated. */
	changed: (changes: readonly RecordChange[]) => void;
}) => readonly SandboxApi[];

/** Every API the sandbox has. The others reach the books through the operations and records of the Accounting API. */
export const allApis: BuildApis = (options) => {
	const books = accounting(options);
	return [
		books,
		assets({ ...options, books }),
		projects({ ...options, books }),
		finance({ books }),
		files({ ...options, objects: accountingObjects(books, options.clock) }),
		bankFeeds({ ...options, accounts: accountingBanks(books, options.clock) }),
		...payroll({ ...options, books }),
		...payrollAu({ ...options, books }),
	];
};
