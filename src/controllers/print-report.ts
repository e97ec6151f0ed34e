import type {DiagnosticReport} from '../diagnose/report.js';

/** Prints a report as one table, and below it a line to paste for each thing to be mended. */
export function printReport(report: DiagnosticReport): void {
  console.table(Object.fromEntries(report.map(({id, status, found}) => [id, {status, found}])), [
    'status',
    'found',
  ]);
  for (const {id, status, fix} of report) {
    if (status === 'fail' || status === 'warn') console.warn(`[aiw:diagnose] ${id}: ${fix}`);
  }
}
