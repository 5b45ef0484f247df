const command = argv[0]; // the command-line: see command-reference
bind("Command-R", refresh); bind("command-a", selectAll); // Command-R reloads, Command-A selects all
export type Command = { model: "command"; name: string };
const commandR = registry.get("command-runner"), c = "command_result";
`press command-r to run`;
git("command-list"); vscode.commands.registerCommand("app.command-refresh", f);
