/** Runs a process that takes what it is asked for from its arguments, and prints its figures, both as JSON. */
export function runProcess<TOptions, TFigures>(
  main: (options: TOptions) => Promise<TFigures>,
): void {
  main(JSON.parse(process.argv[2])).then(
    // The database service keeps a timer that would keep the process.
    figures =>
      process.stdout.write(JSON.stringify(figures), () => process.exit()),
    error =>
      process.stderr.write(`${error.stack ?? error}\n`, () => process.exit(1)),
  );
}
