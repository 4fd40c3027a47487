import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

import type * as Server from '../../sandbox/server';
import { filesIn } from '../../scripts/tarball';
import { npmCommand, plainEnvironment, runProgram } from '../e2e/host/program';

jest.setTimeout(300_000);

const root = resolve(__dirname, '../..');
const sources = filesIn(join(root, 'sandbox')).filter((file) => /^(?!dist\/|node_modules\/).+\.ts$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Manifest {
	version: string;
	bin: Record<string, string>;
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
}
const manifest = JSON.parse(read('sandbox/package.json')) as Manifest;
const { devDependencies } = JSON.parse(read('package.json')) as Manifest;

describe('the package of the sandbox', () => {
	const imported = sources.flatMap((file) =>
		[...read(`sandbox/${file}`).matchAll(/^(?:import|export|\}).*\bfrom '([^']+)';$/gm)].map(([, from = '']) => ({ file, from })),
	);

	test('depends on what its sources import and on nothing else, in the versions that are tested here', () => {
		const packages = imported.map(({ from }) => from).filter((from) => !from.startsWith('.') && !from.startsWith('node:'));
		expect(Object.keys(manifest.dependencies)).toEqual([...new Set(packages)].sort());
		for (const [name, pinned] of Object.entries(manifest.dependencies))
			expect([name, pinned]).toEqual([name, devDependencies[name]]);
	});

	test('imports nothing from outside its folder', () => {
		const outside = imported.filter(
			({ file, from }) => from.startsWith('.') && relative('sandbox', join('sandbox', file, '..', from)).startsWith('..'),
		);
		expect(imported.length).toBeGreaterThan(500);
		expect(outside).toEqual([]);
	});

	test('has the licence of the repository', () => {
		expect(read('sandbox/LICENSE')).toBe(read('LICENSE'));
	});
});

describe('its tarball, unpacked into an empty folder', () => {
	let folder: string;
	let unpacked: string;
	let bin: string;
	const running: ChildProcess[] = [];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'xero-sandbox-'));
		const pack = npmCommand(['run', 'sandbox:pack', '--', '--pack-destination', folder]);
		await runProgram({ ...pack, cwd: root, env: plainEnvironment(), logFile: join(folder, 'pack.log') });
		unpacked = join(folder, 'node_modules', 'xero-sandbox');
		mkdirSync(unpacked, { recursive: true });
		execFileSync('tar', ['-xzf', join(folder, `xero-sandbox-${manifest.version}.tgz`), '--strip-components=1', '-C', unpacked]);
		for (const name of Object.keys(manifest.dependencies)) {
			symlinkSync(realpathSync(join(root, 'node_modules', name)), join(folder, 'node_modules', name));
		}
		bin = join(unpacked, manifest.bin['xero-sandbox'] ?? '');
	});
	afterAll(async () => {
		for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
			child.kill('SIGTERM');
			await once(child, 'exit');
		}
		rmSync(folder, { recursive: true });
	});

	const printed = (...options: string[]): string =>
		execFileSync(process.execPath, [bin, ...options], { cwd: folder, env: plainEnvironment(), encoding: 'utf8', stdio: 'pipe' });

	/** Starts the bin and gives what it prints first. */
	async function started(...options: string[]): Promise<string> {
		const child = spawn(process.execPath, [bin, '--port', '0', '--seed', 'small', ...options], {
			...{ cwd: folder, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] as const },
		});
		running.push(child);
		const [first] = (await once(child.stdout!, 'data')) as [Buffer];
		return first.toString('utf8');
	}

	test('holds compiled sources, their types, the schemas that they read and their licence', () => {
		const compiled = sources.flatMap((file) => [
			`dist/${file.replace(/\.ts$/, '.js')}`,
			`dist/${file.replace(/\.ts$/, '.d.ts')}`,
		]);
		const schemas = [
			'LICENSE',
			'accounting.json',
			'payroll-au.json',
			'payroll-au-v2.json',
			'payroll-nz.json',
			'payroll-uk.json',
		].map((file) => `dist/schema/${file}`);
		const others = ['LICENSE', 'README.md', 'package.json', ...schemas];
		expect(filesIn(unpacked).sort()).toEqual([...compiled, ...others].sort());
	});

	test('tells its options and its version', () => {
		expect(printed('--help')).toContain('--minute <calls>');
		expect(
			printed('--help')
				.split('\n')
				.filter((line) => line.length > 130),
		).toEqual([]);
		expect(printed('--version')).toBe(`${manifest.version}\n`);
	});

	test('says in one sentence what an option cannot be', () => {
		expect(() => printed('--seed', 'huge')).toThrow('--seed is demo, small or empty, not huge');
		expect(() => printed('--day', 'many')).toThrow('--day is a whole number, not many');
	});

	test('is driven by a program with xero-node that was written for Xero, from the sign-in on', async () => {
		const guide = await started('--minute', '7');
		const url = /Xero sandbox on (http:\S+)/.exec(guide)?.[1] ?? '';
		const [, clientId = '', secret = ''] = /Web app +client id (\S+) +secret (\S+)/.exec(guide) ?? [];
		copyFileSync(join(__dirname, 'xeroProgram.cjs'), join(folder, 'program.cjs'));
		symlinkSync(realpathSync(join(root, 'node_modules/xero-node')), join(folder, 'node_modules/xero-node'));
		const seen = await promisify(execFile)(
			process.execPath,
			['--require', 'xero-sandbox/redirect', 'program.cjs', clientId, secret, url],
			{ cwd: folder, env: { ...plainEnvironment(), XERO_SANDBOX_URL: url } },
		);
		expect(JSON.parse(seen.stdout)).toEqual({
			issuer: 'https://identity.xero.com',
			email: 'demo.owner@sandbox.example',
			organisations: ['Kererū Trading (Demo)', 'Harbour Lane Studio (Demo)', 'Foxglove Mill (Demo)'],
			left: '5',
			invoice: { subTotal: 43, status: 'AUTHORISED' },
			renewed: true,
			afterRevoking: 401,
		});
	});

	test('is started by a program that requires it, with the types of what it gives', async () => {
		const { startSandbox } = createRequire(join(folder, 'index.js'))('xero-sandbox') as Pick<typeof Server, 'startSandbox'>;
		const sandbox = await startSandbox({ seed: 'small' });
		expect(sandbox.organisations.map(({ name }) => name)).toEqual([
			'Kererū Trading (Demo)',
			'Harbour Lane Studio (Demo)',
			'Foxglove Mill (Demo)',
		]);
		await sandbox.stop();
		expect(read('sandbox/package.json')).toContain('"types": "./dist/server.d.ts"');
	});
});
