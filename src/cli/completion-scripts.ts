/** What a shell may offer, taken from the very program it completes, as a script for it. */
import { trackedNames } from "../read/word/tracked.ts";
import type { Command, Option } from "commander";
import { dumpNames } from "./dependencies.ts";
import { formats } from "../report/formats.ts";
import { failOnNames } from "./settings.ts";

interface OptionSpec {
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  /** null: takes no value · "file": a path · else the values, perhaps several with commas. */
  readonly values: readonly string[] | "file" | "text" | null;
  readonly isList: boolean;
}

interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionSpec[];
  /** Words that may stand as its first argument. */
  readonly words: readonly string[];
  readonly takesFiles: boolean;
}

function optionSpec(option: Option, rules: readonly string[]): OptionSpec {
  const long = option.long ?? "";
  const choices: Readonly<Record<string, readonly string[]>> = {
    "--format": formats,
    "--fail-on": failOnNames,
    "--tracked": trackedNames,
    "--rule": rules,
    "--ignore": rules,
  };
  const placeholder = /<([^>]+)>/.exec(option.flags)?.[1];
  const isPath = placeholder === "file" || placeholder === "dir";
  return {
    long,
    short: option.short ?? null,
    description: option.description,
    values: placeholder === undefined ? null : (choices[long] ?? (isPath ? "file" : "text")),
    isList: long === "--rule" || long === "--ignore",
  };
}

/** The commands of the program with their options. */
function specsOf(program: Command, rules: readonly string[]): readonly CommandSpec[] {
  const words: Readonly<Record<string, readonly string[]>> = {
    explain: rules,
    dump: dumpNames,
    completion: Object.keys(writers),
  };
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options, ...program.options].map((option) => optionSpec(option, rules)),
    words: words[command.name()] ?? [],
    takesFiles: command.registeredArguments.some((argument) => /file|path|old|new/.test(argument.name())),
  }));
}

/** A text in single quotes, as every shell reads it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function bash(commands: readonly CommandSpec[]): string {
  const check = commands.find(({ name }) => name === "check");
  const flags = (spec: OptionSpec): string =>
    [spec.long, spec.short].filter((flag) => flag !== null).join("|");
  const byValue = (check?.options ?? []).flatMap((option) => {
    if (option.values === null) return [];
    if (option.values === "file" || option.values === "text") return [`    ${flags(option)}) return ;;`];
    const list = option.values.join(" ");
    return option.isList
      ? [
          `    ${flags(option)}) COMPREPLY=($(compgen -P "\${cur%"\${cur##*,}"}" -W '${list}' -- "\${cur##*,}")); return ;;`,
        ]
      : [`    ${flags(option)}) COMPREPLY=($(compgen -W '${list}' -- "$cur")); return ;;`];
  });
  const byCommand = commands.map(({ name, options, words }) => {
    const long = options.map((option) => option.long).join(" ");
    return `    ${name}) options='${long} --help'; words='${words.join(" ")}' ;;`;
  });
  const names = commands.map(({ name }) => name);
  return `# kc-check for bash. Put this into ~/.bashrc:  eval "$(kc-check completion bash)"
_kc_check() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local command=check options words i IFS=$' \\t\\n'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join("|")}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $prev in
${byValue.join("\n")}
  esac
  case $command in
${byCommand.join("\n")}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  elif [[ $COMP_CWORD -eq 1 && -n $cur ]]; then
    COMPREPLY=($(compgen -W '${names.join(" ")}' -- "$cur"))
  elif [[ $prev == "$command" ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
}
complete -o default -F _kc_check kc-check
`;
}

/** A text as it may stand between the brackets of _arguments. */
function zshText(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, (character) => `\\${character}`).replaceAll("'", `'\\''`);
}

function zsh(commands: readonly CommandSpec[]): string {
  const argument = ({ values, isList }: OptionSpec): string => {
    if (values === null) return "";
    if (values === "file") return ":file:_files";
    if (values === "text") return ":text:";
    return isList ? `:names:_sequence compadd - ${values.join(" ")}` : `:value:(${values.join(" ")})`;
  };
  const optionLine = (option: OptionSpec): string =>
    [option.long, ...(option.short ? [option.short] : [])]
      .map(
        (flag) => `'${option.isList ? "*" : ""}${flag}[${zshText(option.description)}]${argument(option)}'`,
      )
      .join(" ");
  const cases = commands.map(({ name, options, words, takesFiles }) => {
    const first = words.length > 0 ? [`'1:what:(${words.join(" ")})'`] : [];
    const files = takesFiles ? [`'*:file:_files'`] : [];
    const lines = [...options.map(optionLine), ...first, ...files].map((line) => ` \\\n        ${line}`);
    return `    ${name})\n      _arguments${lines.join("")}\n      ;;`;
  });
  const described = commands.map(({ name, description }) => `'${name}:${zshText(description)}'`);
  return `#compdef kc-check
# kc-check for zsh. Put this into a folder of $fpath:  kc-check completion zsh > ~/.zfunc/_kc-check
_kc_check() {
  local command=check
  local -a commands=(${described.join(" ")})
  if (( CURRENT > 2 )) && [[ -n \${commands[(r)$words[2]:*]} ]]; then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  elif (( CURRENT == 2 )); then
    _describe command commands
  fi
  case $command in
${cases.join("\n")}
  esac
}
compdef _kc_check kc-check
`;
}

function fish(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const lines = ["# kc-check for fish:  kc-check completion fish > ~/.config/fish/completions/kc-check.fish"];
  for (const { name, description, options, words, takesFiles } of commands) {
    const isCheck = name === "check";
    const here = isCheck
      ? `not __fish_seen_subcommand_from ${names.replace("check ", "")}`
      : `__fish_seen_subcommand_from ${name}`;
    lines.push(
      `complete -c kc-check -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d ${quote(description)}`,
    );
    for (const { long, short, description: said, values } of options) {
      const value =
        values === null
          ? ""
          : values === "file"
            ? " -r -F"
            : values === "text"
              ? " -x"
              : ` -x -a ${quote(values.join(" "))}`;
      const flag = short ? ` -s ${short.slice(1)}` : "";
      lines.push(`complete -c kc-check -n '${here}'${flag} -l ${long.slice(2)}${value} -d ${quote(said)}`);
    }
    if (words.length > 0)
      lines.push(`complete -c kc-check -n '${here}' ${takesFiles ? "" : "-f "}-a ${quote(words.join(" "))}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Offers nothing where a file is due: PowerShell then offers files. */
function powershell(commands: readonly CommandSpec[]): string {
  const list = (words: readonly string[]): string =>
    `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`;
  const check = commands.find(({ name }) => name === "check");
  const byCommand = commands.map(({ name, options, words }) => {
    const flags = [...options.flatMap(({ long, short }) => [long, ...(short ? [short] : [])]), "--help"];
    return `    '${name}' = @{ Options = ${list(flags)}; Words = ${list(words)} }`;
  });
  const byOption = (check?.options ?? []).flatMap(({ long, short, values, isList }) => {
    if (values === null) return [];
    const offers = typeof values === "string" ? [] : values;
    const flags = short ? [long, short] : [long];
    return flags.map((flag) => `    '${flag}' = @{ Values = ${list(offers)}; IsList = $${isList} }`);
  });
  return `# kc-check for PowerShell. Put this into $PROFILE:
#   kc-check completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'kc-check', 'kc-check.cmd' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${byCommand.join("\n")}
  }
  $valuesOf = @{
${byOption.join("\n")}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $command = 'check'
  foreach ($each in $typed) { if ($commands.ContainsKey($each)) { $command = $each; break } }
  $previous = ''
  if ($typed.Count -gt 0) { $previous = $typed[-1] }
  $before = ''
  $word = $wordToComplete
  if ($valuesOf.ContainsKey($previous)) {
    $offers = $valuesOf[$previous].Values
    if ($valuesOf[$previous].IsList -and $word.Contains(',')) {
      $before = $word.Substring(0, $word.LastIndexOf(',') + 1)
      $word = $word.Substring($before.Length)
    }
  }
  elseif ($word.StartsWith('-')) { $offers = $commands[$command].Options }
  elseif ($typed.Count -eq 0 -and $word -ne '') { $offers = $commands.Keys }
  elseif ($previous -eq $command) { $offers = $commands[$command].Words }
  else { $offers = @() }
  $offers | Where-Object { $_.StartsWith($word) } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($before + $_, $_, 'ParameterValue', $_)
  }
}
`;
}

const writers = { bash, zsh, fish, powershell } as const;

/** The script for a shell. */
export function completionScript(
  shell: keyof typeof writers,
  program: Command,
  rules: readonly string[],
): string {
  return writers[shell](specsOf(program, rules));
}
