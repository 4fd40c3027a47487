import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

import { contents, filesIn, loadAlone, oldest, packNodes, provided, unpackAlone } from '../../scripts/tarball';
import { npmCommand, plainEnvironment, runProgram } from '../e2e/host/program';

const root = resolve(__dirname, '../..');
const LEFT_OUT = ['.git', 'node_modules', 'dist'];
let folder: string;
let clone: string;
let tarball: string;
let unpacked: string;

jest.setTimeout(300_000);

/** This checkout as a clone would have it: without what was built, its development dependencies installed. */
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'xero-suite-clone-'));
	clone = join(folder, 'clone');
	cpSync(root, clone, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) && !path.endsWith('.tgz') });
	symlinkSync(realpathSync(join(root, 'node_modules')), join(clone, 'node_modules'));
	tarball = await packNodes(join(folder, 'packed'), join(folder, 'pack.log'), clone);
	unpacked = unpackAlone(tarball, join(folder, 'alone'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a clone that was never built packs every node, the credential and the icons', () => {
	expect(contents(unpacked)).toEqual([]);
	expect(filesIn(join(unpacked, 'dist', 'icons')).sort()).toEqual(['xero.dark.svg', 'xero.svg']);
});

test("the packed files load with n8n's own loader where only n8n's modules resolve", () => {
	expect(provided).toEqual(['lodash', 'luxon', 'n8n-workflow', 'p-limit', 'zod']);
	expect(loadAlone(unpacked).sort()).toEqual([
		'xeroAccounting',
		'xeroAccountingTrigger',
		'xeroAssets',
		'xeroBankFeeds',
		'xeroFiles',
		'xeroFinance',
		'xeroPayrollAu',
		'xeroPayrollNz',
		'xeroPayrollPollingTrigger',
		'xeroPayrollUk',
		'xeroPollingTrigger',
		'xeroProjects',
		'xeroReports',
		'xeroSuiteOAuth2Api',
	]);
});

test('a file that imports anything else does not load, and says which module it is', () => {
	const broken = unpackAlone(tarball, join(folder, 'broken'));
	rmSync(join(folder, 'broken', 'node_modules', 'p-limit'));
	expect(() => loadAlone(broken)).toThrow("Cannot find module 'p-limit'");
});

test('npm pack by itself, which would not build, packs nothing and names the script to use', async () => {
	const log = join(folder, 'plain.log');
	await expect(runProgram({ ...npmCommand(['pack']), cwd: clone, env: plainEnvironment(), logFile: log })).rejects.toThrow();
	expect(readFileSync(log, 'utf8')).toContain('no such file or directory, open');
	expect(readFileSync(log, 'utf8')).toContain('use-npm-run-pack');
	expect(filesIn(clone).filter((file) => file.endsWith('.tgz'))).toEqual([]);
	expect(existsSync(join(clone, 'use-npm-run-pack'))).toBe(false);
});

describe('the oldest n8n', () => {
	const { packages } = JSON.parse(readFileSync(join(root, 'scripts/scan/oldest/package-lock.json'), 'utf8')) as {
		packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
	};

	test('is the one that README and the lock of its modules name', () => {
		expect(oldest.n8n).toBe('2.30.0');
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('needs n8n 2.30 or later');
		expect(oldest.dependencies).toEqual({
			lodash: '4.18.1',
			luxon: '3.7.2',
			'n8n-workflow': '2.30.0',
			'p-limit': '3.1.0',
			zod: '3.25.67',
		});
		expect(packages['']!.dependencies).toEqual(oldest.dependencies);
	});
});
