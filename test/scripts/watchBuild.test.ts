import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Build } from '../../scripts/watchBuild';
import { watchBuild } from '../../scripts/watchBuild';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'watch-build-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('What is saved is compiled again, and nothing of it while it has a slip', async () => {
	const source = join(folder, 'nodes', 'a.ts');
	const config = join(folder, 'tsconfig.json');
	mkdirSync(join(folder, 'nodes'));
	writeFileSync(source, "export const label = 'First';\n");
	writeFileSync(config, JSON.stringify({ compilerOptions: { rootDir: '.', target: 'es2022', types: [], skipLibCheck: true } }));
	const builds: Build[] = [];
	let told = (): void => undefined;
	const another = async (count: number): Promise<Build> => {
		while (builds.length < count) await new Promise<void>((resolve) => (told = resolve));
		return builds[count - 1]!;
	};
	const out = join(folder, 'out');
	const compiled = (): string => readFileSync(join(out, 'nodes', 'a.js'), 'utf8');
	const watching = watchBuild(config, out, (build) => {
		builds.push(build);
		told();
	});
	try {
		expect(await another(1)).toEqual({ files: ['nodes/a.js'], errors: [] });
		expect(compiled()).toContain('First');

		writeFileSync(source, "export const label: number = 'Second';\n");
		expect(await another(2)).toEqual({
			files: [],
			errors: ["nodes/a.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'."],
		});
		expect(compiled()).toContain('First');

		writeFileSync(source, "export const label = 'Third';\n");
		expect(await another(3)).toEqual({ files: ['nodes/a.js'], errors: [] });
		expect(compiled()).toContain('Third');
	} finally {
		watching.close();
	}
});
