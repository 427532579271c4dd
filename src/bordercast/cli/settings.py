"""Settings: flags over environment over ``bordercast.toml`` over the user's file over defaults."""

import os
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bordercast.vocabulary import InvalidSetting

PROJECT_FILE = Path("bordercast.toml")


def user_file() -> Path:
    """Return where a user's own settings file may lie."""
    return (
        Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "bordercast" / "bordercast.toml"
    )


class Settings(BaseSettings):
    """What can be set outside the command line; each also as BORDERCAST_NAME in the environment."""

    model_config = SettingsConfigDict(env_prefix="BORDERCAST_", extra="forbid")

    seed: int = Field(default=0, description="Seed of all chance.")
    days: int = Field(default=14, ge=1, le=90, description="Days to look ahead.")
    jobs: int = Field(default=1, ge=1, description="Processes that extract side by side.")
    small_counts: bool = Field(default=False, description="Publish counts below 10.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no .env files here
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no secrets here
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources, strongest first."""
        files = [TomlConfigSettingsSource(settings_cls, f) for f in (PROJECT_FILE, user_file()) if f.exists()]
        return (init_settings, env_settings, *files)


def load_settings() -> Settings:
    """Return the settings in force; raises InvalidSetting naming the setting, where it stands and what it may be."""
    try:
        return Settings()
    except ValidationError as problem:
        first = problem.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise InvalidSetting(
            f"Setting {name!r} cannot be used: {first['msg'].lower()} (found {first.get('input')!r}). It stands in {origin_of(name)}. "
            "Run `bordercast config` to see all settings."
        ) from None
    except ValueError as problem:
        raise InvalidSetting(
            f"{PROJECT_FILE} or {user_file()} is not TOML: {problem}. Mend or remove it."
        ) from None


def origin_of(name: str) -> str:
    """Return where the value in force of a setting came from."""
    import tomllib  # noqa: PLC0415

    if f"BORDERCAST_{name.upper()}" in {key.upper() for key in os.environ}:
        return f"environment BORDERCAST_{name.upper()}"
    for file in (PROJECT_FILE, user_file()):
        if file.exists():
            content: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
            if name in content:
                return str(file)
    return "default"
