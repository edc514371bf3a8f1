// Branch coverage per project over several test runs.
// usage: node coverage.mjs <results folder> <project>...
//
// A line's branches count once: of all runs, the one that covered most of that line is taken. Two runs that cover
// different branches of one line are therefore counted too low, never too high.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...projects] = process.argv.slice(2);
const lines = new Map(projects.map(project => [project, new Map()]));

for (const entry of readdirSync(folder, { recursive: true })) {
  if (!entry.endsWith('coverage.cobertura.xml')) {
    continue;
  }

  const xml = readFileSync(join(folder, entry), 'utf8');
  for (const [, project, body] of xml.matchAll(/<package name="([^"]+)"[^>]*>([\s\S]*?)<\/package>/g)) {
    const known = lines.get(project);
    if (!known) {
      continue;
    }

    let file = '';
    for (const [, opened, number, covered, total] of body.matchAll(
      /<class [^>]*filename="([^"]+)"|<line number="(\d+)"[^>]*condition-coverage="[^"(]*\((\d+)\/(\d+)\)"/g)) {
      if (opened) {
        // Runs name a file from different folders.
        file = opened.replace(/^.*?FlexPrice\.[A-Za-z]+\//, '');
        continue;
      }

      const key = `${file}:${number}`;
      const best = known.get(key) ?? { covered: 0, total: 0 };
      known.set(key, { covered: Math.max(best.covered, Number(covered)), total: Math.max(best.total, Number(total)) });
    }
  }
}

for (const [project, branches] of lines) {
  let covered = 0;
  let total = 0;
  for (const line of branches.values()) {
    covered += line.covered;
    total += line.total;
  }

  console.log(total === 0 ? `${project}: no branch measured` : `${project}: ${(100 * covered / total).toFixed(1)} % (${covered} of ${total} branches)`);
}
