import click


@click.command()
def new() -> None: ...
