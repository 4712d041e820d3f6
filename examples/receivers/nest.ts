// NestJS. Its body parser is put aside, so that the body stays bytes.
import "reflect-metadata";
import { Controller, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { type Request, type Response, raw } from "express";
import { LIMIT, receive } from "./receive.js";

@Controller()
class HookController {
  @Post("hook")
  async hook(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { status, text } = await receive(request, process.env["WEBHOOK_SECRET"]);
    response.status(status).send(text);
  }
}

@Module({ controllers: [HookController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { bodyParser: false, logger: ["error"] });
app.use(raw({ type: () => true, limit: LIMIT }));
const server = await app.listen(Number(process.env["PORT"] ?? 3000));
console.log(`listening on ${server.address().port}`);
