// npm run check:content: everything that is wrong with what authors write, as the build says it.
import { checkContent, formatProblem } from '#authoring';

const problems = checkContent();
if (problems.length === 0) {
  console.log('Nothing is wrong with the content.');
} else {
  console.error(problems.map(formatProblem).join('\n'));
  console.error(`\n${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'}`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
