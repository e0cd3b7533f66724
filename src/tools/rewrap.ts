import { runTool } from './tool';

runTool(async (tables, say) => {
  const count = await tables.rewrap();
  say(
    `${count} keys were wrapped anew. Older versions of the wrapping key are not needed for the tables any more.`,
  );
});
