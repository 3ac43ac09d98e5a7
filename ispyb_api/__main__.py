"""Start the command ``ispyb-api``, also as ``python -m ispyb_api``."""

import gc


def main():
    """Load the command, and run it."""
    gc.disable()  # what is loaded stays: to look for garbage in it meanwhile takes an eighth of the start
    from ispyb_api import cli  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    cli.main(prog_name="ispyb-api")


if __name__ == "__main__":
    main()
