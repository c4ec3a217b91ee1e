"""The audit of access: every page in every theme and size, looked over for what shuts people out."""
