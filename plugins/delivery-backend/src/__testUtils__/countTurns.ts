/**
 * Does something and tells how often it let others have their turn meanwhile. A second passes with each look at the clock,
 * so that each step has taken long.
 */
export async function countTurns(
  work: () => Promise<unknown>,
): Promise<number> {
  let seconds = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => {
    seconds += 1;
    return seconds * 1_000;
  });
  let turns = 0;
  let isOver = false;
  const onTurn = () => {
    turns += 1;
    if (!isOver) {
      setImmediate(onTurn);
    }
  };
  setImmediate(onTurn);
  try {
    await work();
    return turns;
  } finally {
    isOver = true;
    clock.mockRestore();
  }
}
