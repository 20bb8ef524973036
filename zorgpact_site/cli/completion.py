"""The command `completion`: the script with which a shell completes our commands."""

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")
_PROGRAM = "zorgpact"
_VARIABLE = "_ZORGPACT_COMPLETE"  # where click looks for what a shell asks


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Geef het script waarmee uw shell opdrachten en opties aanvult met Tab.

    \b
    bash:  zorgpact completion bash >> ~/.bashrc
    zsh:   zorgpact completion zsh >> ~/.zshrc
    fish:  zorgpact completion fish > ~/.config/fish/completions/zorgpact.fish
    """  # noqa: D301 - click's own sign against rewrapping
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click knows all three
    click.echo(kind(ctx.find_root().command, {}, _PROGRAM, _VARIABLE).source())
